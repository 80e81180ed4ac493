package com.cargobond.domain.guarantee;

import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.input.FieldReader;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The customs districts that may claim.
 *
 * @param districts four-digit codes, or the single entry {@code *} for every district
 */
public record Beneficiaries(Set<String> districts) {

  private static final String EVERY = "*";
  private static final int DISTRICTS_MAX = 100;

  public Beneficiaries {
    districts = Collections.unmodifiableSet(new TreeSet<>(districts));
  }

  static Beneficiaries read(FieldReader in, String name) {
    List<String> codes =
        in.texts(
            name,
            1,
            DISTRICTS_MAX,
            code -> EVERY.equals(code) ? code : new DistrictCode(code).value());
    if (codes.contains(EVERY) && codes.size() > 1) {
      in.violation(name, "must be district codes, or * alone");
    }
    return new Beneficiaries(Set.copyOf(codes));
  }

  /** Whether the district, or the office of a district, may rely on the guarantee. */
  public boolean include(DistrictCode district) {
    return districts.contains(EVERY)
        || districts.stream().map(DistrictCode::new).anyMatch(code -> code.covers(district));
  }

  /**
   * Whether the guarantee is a matter of this district: it, or one of its offices, may rely on it.
   */
  public boolean concern(DistrictCode district) {
    return include(district)
        || districts.stream().map(DistrictCode::new).anyMatch(district::covers);
  }
}
