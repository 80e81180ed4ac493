package com.cargobond.domain.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The numbers that Chinese customs law, and this project where the law is silent, set for a date.
 * They and their sources stand in {@code rates.csv}; of several values the one with the latest
 * first date not after the asked date is in force. A question about a date before the first value
 * is an {@link IllegalArgumentException} that names the number and the date.
 */
public final class Law {

  private static final DatedNumbers NUMBERS = DatedNumbers.load("rates.csv");

  private final LocalDate date;

  private Law(LocalDate date) {
    this.date = date;
  }

  /** The law as it stands on a date. */
  public static Law on(LocalDate date) {
    return new Law(date);
  }

  /**
   * Calendar days from completion of the declaration to the last day of payment (Tariff Law art
   * 43).
   */
  public int paymentDays() {
    return count("payment-days");
  }

  /** Which working day of the next month ends consolidated payment (Tariff Law art 43). */
  public int consolidatedPaymentWorkingDay() {
    return count("consolidated-payment-working-day");
  }

  /** Late-payment charge for a day, in millionths of what is unpaid (Tariff Law art 43). */
  public long lateChargePerDayPpm() {
    return number("late-charge-per-day-ppm");
  }

  /** A late-payment charge below this many fen is not collected (GACC Order 272). */
  public long lateChargeFloorFen() {
    return number("late-charge-floor-fen");
  }

  /** Days after which the late charge of an unpaid hold is counted again; own decision. */
  public int overdueRecountDays() {
    return count("overdue-recount-days");
  }

  /** Months unpaid after which Customs claims on the guarantor (Customs Law art 60). */
  public int defaultMonths() {
    return count("default-months");
  }

  /**
   * Days past the end of the default period that the suretyship period must still cover; this
   * project's decision.
   */
  public int claimMarginDays() {
    return count("claim-margin-days");
  }

  /** Days after which a person is told what still names something unknown; own decision. */
  public int unmatchedDays() {
    return count("unmatched-days");
  }

  /**
   * Most that a late charge may come to, in percent of the duty that was paid late; 0 for no limit
   * (Administrative Coercion Law art. 45, from memory; whether it binds Customs is disputed).
   */
  public int lateChargeCapPercent() {
    return count("late-charge-cap-percent");
  }

  /**
   * Most that goods of class C may be worth, in fen, before freight and insurance (GACC
   * announcement 2016-19).
   */
  public long classCValueLimitFen() {
    return number("class-c-value-limit-fen");
  }

  /** Most that personal articles may be worth, in fen (GACC announcement 2010-43). */
  public long personalValueLimitFen() {
    return number("personal-value-limit-fen");
  }

  /**
   * Most that personal articles sent from Hong Kong, Macao or Taiwan may be worth, in fen (GACC
   * announcement 2010-43).
   */
  public long personalValueLimitHongKongMacaoTaiwanFen() {
    return number("personal-value-limit-hk-mo-tw-fen");
  }

  /** Articles tax up to this many fen is not collected (GACC announcement 2010-43). */
  public long articlesTaxExemptFen() {
    return number("articles-tax-exempt-fen");
  }

  /**
   * How many days before its expiry a guarantee is warned about, most first; this project's
   * decision.
   */
  public List<Integer> expiryAlertDays() {
    return List.of(
        count("expiry-alert-days-first"),
        count("expiry-alert-days-second"),
        count("expiry-alert-days-last"));
  }

  /** Days without a word after which a deposit is dormant; this project's decision. */
  public int depositDormantDays() {
    return count("deposit-dormant-days");
  }

  /** Interest on a deposit that is given back, a year, in millionths; this project's decision. */
  public long depositInterestPerYearPpm() {
    return number("deposit-interest-per-year-ppm");
  }

  /**
   * Days without the bank's answer after which a person looks at a refund; this project's decision.
   */
  public int refundUnansweredDays() {
    return count("refund-unanswered-days");
  }

  /** Days before the end of the business calendar from which it is an error; own decision. */
  public int calendarWarningDays() {
    return count("calendar-warning-days");
  }

  /**
   * Articles tax as a fraction of the value, such as 0.13 (Customs Tariff Commission notice
   * 2019-17).
   */
  public BigDecimal articlesTaxRate(ArticlesTaxBand band) {
    return switch (band) {
      case LOW -> percent("articles-tax-low-percent");
      case MIDDLE -> percent("articles-tax-middle-percent");
      case HIGH -> percent("articles-tax-high-percent");
    };
  }

  /** Import VAT on most goods as a fraction, such as 0.13 (VAT Law art 10). */
  public BigDecimal vatStandardRate() {
    return percent("vat-standard-percent");
  }

  /** Import VAT on the goods that the law favours as a fraction, such as 0.09 (VAT Law art 10). */
  public BigDecimal vatReducedRate() {
    return percent("vat-reduced-percent");
  }

  private long number(String name) {
    return NUMBERS.on(date, name);
  }

  private int count(String name) {
    return Math.toIntExact(number(name));
  }

  private BigDecimal percent(String name) {
    return BigDecimal.valueOf(number(name), 2);
  }
}
