package com.cargobond.store.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.store.capability.StoredCapabilities;
import com.cargobond.store.memory.InMemoryLedger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose payment it is shows in how its id begins: nothing else tells one order from another. */
class PaymentIdsTest {

  @Test
  void the_ids_of_no_two_sorts_of_payments_begin_alike() {
    List<String> prefixes = new PaymentLedger(new InMemoryLedger()).idPrefixes();

    assertThat(prefixes)
        .hasSize(
            (int)
                StoredCapabilities.ALL.codecs().stream()
                    .filter(PayingCodec.class::isInstance)
                    .count())
        .allMatch(one -> prefixes.stream().filter(other -> other.startsWith(one)).count() == 1)
        .allMatch(one -> one.matches("[A-Z]+-"));
  }
}
