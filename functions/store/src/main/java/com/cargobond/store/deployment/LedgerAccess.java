package com.cargobond.store.deployment;

import static com.cargobond.store.deployment.KeyPrefix.DEADLINES;
import static com.cargobond.store.deployment.KeyPrefix.GUARANTEE;
import static com.cargobond.store.deployment.KeyPrefix.ISSUANCE;
import static com.cargobond.store.deployment.KeyPrefix.NUMBER;
import static com.cargobond.store.deployment.KeyPrefix.OPEN_PAYMENTS;
import static com.cargobond.store.deployment.KeyPrefix.OPEN_REFUNDS;
import static com.cargobond.store.deployment.KeyPrefix.PAYMENT;
import static com.cargobond.store.deployment.KeyPrefix.REFUND;
import static com.cargobond.store.deployment.KeyPrefix.REGISTRATION;
import static com.cargobond.store.deployment.LedgerTable.AUDIT;
import static com.cargobond.store.deployment.LedgerTable.DEPOSITS;
import static com.cargobond.store.deployment.LedgerTable.EXCEPTIONS;
import static com.cargobond.store.deployment.LedgerTable.GUARANTEES;
import static com.cargobond.store.deployment.LedgerTable.OUTBOX;
import static com.cargobond.store.deployment.LedgerTable.RECEIPTS;
import static com.cargobond.store.deployment.LedgerTable.SHIPMENTS;
import static com.cargobond.store.deployment.LedgerTable.SUBJECTS;
import static com.cargobond.store.deployment.TableAccess.to;
import static com.cargobond.store.deployment.TableAction.BATCH_GET;
import static com.cargobond.store.deployment.TableAction.DELETE;
import static com.cargobond.store.deployment.TableAction.GET;
import static com.cargobond.store.deployment.TableAction.PUT;
import static com.cargobond.store.deployment.TableAction.QUERY;
import static com.cargobond.store.deployment.TableAction.UPDATE;

import java.util.List;
import java.util.stream.Stream;

/** What the ledger's operations call on its tables, for whichever function performs them. */
final class LedgerAccess {

  /** A command on a whole guarantee lets others know that it goes first. */
  static final TableAccess ANNOUNCING = to(GUARANTEES, UPDATE).only(GUARANTEE);

  /**
   * An entry of the trail comes with what it tells of. That none stands under its number yet is the
   * transaction's own condition, which no policy sees.
   */
  private static final TableAccess ADDING_TO_TRAIL = to(AUDIT, PUT).inTransaction();

  /** Whatever is decided may be told, leaves a trail, and opens or settles an exception. */
  private static final List<TableAccess> DECIDING =
      List.of(
          to(DEPOSITS, BATCH_GET, PUT),
          to(SUBJECTS, BATCH_GET, PUT),
          to(OUTBOX, PUT),
          ADDING_TO_TRAIL,
          to(EXCEPTIONS, GET, PUT, DELETE));

  private static final List<TableAccess> DECIDING_ON_SHIPMENTS =
      joined(DECIDING, List.of(to(SHIPMENTS, BATCH_GET, PUT), to(RECEIPTS, PUT)));

  private static final TableAccess READING_GUARANTEES = to(GUARANTEES, GET, BATCH_GET, QUERY);

  /** An event issues and registers nothing. */
  static final List<TableAccess> EVENTS =
      joined(
          List.of(
              READING_GUARANTEES,
              to(GUARANTEES, PUT, DELETE).except(ISSUANCE, NUMBER, REGISTRATION)),
          DECIDING_ON_SHIPMENTS);

  /** A command may do what an event may, and take the identifiers of a guarantee. */
  static final List<TableAccess> COMMANDS =
      joined(
          List.of(READING_GUARANTEES, to(GUARANTEES, PUT, DELETE), ANNOUNCING),
          DECIDING_ON_SHIPMENTS);

  /** A payment touches no guarantee: it is found by its identifier, and listed while it is open. */
  static final List<TableAccess> PAYMENTS =
      joined(
          List.of(
              to(GUARANTEES, GET),
              to(GUARANTEES, PUT, DELETE)
                  .only(DEADLINES, OPEN_PAYMENTS, OPEN_REFUNDS, PAYMENT, REFUND)),
          DECIDING);

  private LedgerAccess() {}

  private static List<TableAccess> joined(List<TableAccess> some, List<TableAccess> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
