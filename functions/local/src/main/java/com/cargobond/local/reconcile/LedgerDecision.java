package com.cargobond.local.reconcile;

import com.cargobond.domain.deposit.Decision;
import com.cargobond.domain.deposit.Decision.Standing;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.ApprovalNo;
import java.util.Optional;

/**
 * An approval of Customs, as the ledger has it.
 *
 * @param refusal the rule that it broke, if it was refused
 */
public record LedgerDecision(
    DepositId deposit,
    ApprovalNo approvalNo,
    Decision.Kind kind,
    Money amount,
    Standing standing,
    Optional<String> refusal) {}
