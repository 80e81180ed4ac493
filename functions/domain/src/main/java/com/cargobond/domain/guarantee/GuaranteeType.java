package com.cargobond.domain.guarantee;

/**
 * Whether a guarantee covers repeated matters or a single one (Regulations on Customs Security).
 */
public enum GuaranteeType {
  GENERAL,
  INDIVIDUAL
}
