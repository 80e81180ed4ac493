package com.cargobond.local.reconcile;

import com.cargobond.domain.deposit.Decision;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.ApprovalNo;

/**
 * A line of Customs' own list.
 *
 * @param line where it stands in the file
 */
public record CustomsDecision(
    DepositId deposit, ApprovalNo approvalNo, Decision.Kind kind, Money amount, int line) {}
