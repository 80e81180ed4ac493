package com.cargobond.bench.throughput;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.RequestFingerprint;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.memory.InMemoryLedger;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A ledger on which the guarantees of the sample day are in force. */
final class SampleLedger {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Cause CAUSE = Cause.of("bench", "ISSUE", Instant.EPOCH);

  private SampleLedger() {}

  /** In memory. */
  static Ledger inMemory() {
    InMemoryLedger ledger = new InMemoryLedger();
    GuaranteeLedger guarantees = new GuaranteeLedger(ledger);
    for (SampleGuarantee guarantee : SampleGuarantee.values()) {
      Map<String, Object> body = body(guarantee);
      GuaranteeId id = new GuaranteeId(guarantee.number());
      guarantees.issue(
          Optional.empty(),
          RequestFingerprint.of(id.value()),
          () -> id,
          FieldReader.reread(body, GuaranteeTerms::read),
          guarantee.slices(),
          CAUSE);
      guarantees.register(id, new RegistrationNo(guarantee.registrationNo()), CAUSE);
    }
    return ledger;
  }

  private static Map<String, Object> body(SampleGuarantee guarantee) {
    try {
      Map<String, Object> body = JSON.readValue(guarantee.issueBody(), new TypeReference<>() {});
      // It is no term of the guarantee.
      body.remove("slices");
      return body;
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
