package com.cargobond.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.api.event.EventRules;
import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.event.ShipmentEvent;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is posted, a capability says who is heard on it. */
@QuarkusTest
class EventRulesTest {

  @Inject @All List<EventRules> capabilities;

  @ParameterizedTest
  @MethodSource("posted")
  void every_type_that_is_posted_is_of_one_capability(Documents.Kind posted) {
    ShipmentEvent event = Capabilities.ALL.events().read(posted.complete());

    assertThat(capabilities).filteredOn(rules -> rules.areOf(event.fact())).hasSize(1);
  }

  static List<Documents.Kind> posted() {
    return Documents.events();
  }
}
