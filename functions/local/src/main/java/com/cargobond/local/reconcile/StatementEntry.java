package com.cargobond.local.reconcile;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One transaction that the bank booked; of an entry that is a batch, one of its transactions.
 *
 * @param bookedOn the bank's booking date, or else its value date; empty where it says neither
 * @param endToEndId what is paid; empty where the bank does not say
 * @param uetr the payment; empty where the bank does not say
 * @param isReturn whether the bank says that it takes back what it booked before
 * @param returnReason the bank's code for a return
 * @param line where it begins in the file
 */
public record StatementEntry(
    Direction direction,
    Money amount,
    Optional<LocalDate> bookedOn,
    Optional<String> endToEndId,
    Optional<Uetr> uetr,
    boolean isReturn,
    Optional<String> returnReason,
    int line) {}
