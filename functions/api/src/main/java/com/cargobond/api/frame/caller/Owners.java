package com.cargobond.api.frame.caller;

import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.Uscc;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whose a thing is.
 *
 * @param operators the carriers that it is about
 * @param banks that are a party to it
 * @param concerns the districts of Customs that it is a matter of
 */
public record Owners(Set<Uscc> operators, Set<CnapsCode> banks, Predicate<DistrictCode> concerns) {

  /**
   * The districts whose offices accepted the declarations. What names no office yet is a matter of
   * all of Customs.
   */
  public static Predicate<DistrictCode> offices(Collection<DeclarationNo> declarations) {
    return district ->
        declarations.isEmpty()
            || declarations.stream().map(DeclarationNo::office).anyMatch(district::covers);
  }
}
