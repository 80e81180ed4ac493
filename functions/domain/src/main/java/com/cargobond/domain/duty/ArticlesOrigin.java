package com.cargobond.domain.duty;

import com.cargobond.domain.law.Law;
import java.util.Set;

/** Where personal articles are sent from, as far as their value limit depends on it. */
public enum ArticlesOrigin {
  HONG_KONG_MACAO_TAIWAN,
  ELSEWHERE;

  private static final Set<String> HONG_KONG_MACAO_TAIWAN_CODES = Set.of("HK", "MO", "TW");

  /** The origin that an ISO 3166-1 alpha-2 code in capitals stands for. */
  public static ArticlesOrigin of(String countryCode) {
    return HONG_KONG_MACAO_TAIWAN_CODES.contains(countryCode) ? HONG_KONG_MACAO_TAIWAN : ELSEWHERE;
  }

  long valueLimitFen(Law law) {
    return switch (this) {
      case HONG_KONG_MACAO_TAIWAN -> law.personalValueLimitHongKongMacaoTaiwanFen();
      case ELSEWHERE -> law.personalValueLimitFen();
    };
  }
}
