package com.cargobond.domain.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.ledger.NoticeType;
import org.junit.jupiter.api.Test;

/** What others tell the capabilities' words apart by. */
class CapabilitiesTest {

  @Test
  void no_two_codes_have_a_name_in_common_since_notices_and_alarms_have_nothing_else() {
    assertThat(Capabilities.ALL.codes()).extracting(Code::name).doesNotHaveDuplicates();
  }

  @Test
  void no_two_notices_have_a_name_in_common() {
    assertThat(Capabilities.ALL.notices()).extracting(NoticeType::name).doesNotHaveDuplicates();
  }
}
