package com.cargobond.local.post;

import com.cargobond.domain.input.BrokenRule;
import java.util.Arrays;
import java.util.List;

/**
 * Why a house waybill was sent, of those that put it on an accepted manifest. Cargo-XML writes a
 * name; a code of UN/CEFACT 1225 that means the same is taken too. A deletion, a cancellation, a
 * change of parts alone and whatever else there is accept nothing.
 */
enum XfzbPurpose {
  CREATION("Creation", "Original", "9"),
  UPDATE("Update", "Replace", "5");

  private final List<String> codes;

  XfzbPurpose(String... codes) {
    this.codes = List.of(codes);
  }

  /**
   * The purpose of a code, in capitals or not.
   *
   * @throws BrokenRule if a message for it accepts no manifest
   */
  static XfzbPurpose of(String code) {
    return Arrays.stream(values())
        .filter(purpose -> purpose.codes.stream().anyMatch(code::equalsIgnoreCase))
        .findFirst()
        .orElseThrow(
            () ->
                new BrokenRule(
                    "must be %s or %s: \"%s\" accepts no manifest"
                        .formatted(CREATION.codes.getFirst(), UPDATE.codes.getFirst(), code)));
  }

  /** The name in Cargo-XML. */
  @Override
  public String toString() {
    return codes.getFirst();
  }
}
