package com.cargobond.domain.duty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShipmentClassTest {

  @ParameterizedTest
  @CsvSource({"A,false", "B,true", "C,true"})
  void is_taxable_unless_it_is_documents(ShipmentClass shipmentClass, boolean taxable) {
    assertThat(shipmentClass.isTaxable()).isEqualTo(taxable);
  }
}
