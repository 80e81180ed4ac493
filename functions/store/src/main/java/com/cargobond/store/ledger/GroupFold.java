package com.cargobond.store.ledger;

import com.cargobond.domain.ledger.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What the events of one group come to.
 *
 * @param read what it rests on
 * @param outcomes of the events until one failed, in their order
 * @param change what they change together
 * @param failure why the event after these could not be decided
 * @param isConditional whether all that the outcomes rest on is written, so that the commit makes a
 *     condition of it
 */
record GroupFold(
    GroupRead read,
    List<Outcome> outcomes,
    LedgerChange change,
    Optional<RuntimeException> failure,
    boolean isConditional) {}
