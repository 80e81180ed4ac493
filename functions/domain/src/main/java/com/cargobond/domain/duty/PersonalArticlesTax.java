package com.cargobond.domain.duty;

import com.cargobond.domain.law.ArticlesTaxBand;
import com.cargobond.domain.law.Law;
import com.cargobond.domain.money.Money;
import java.time.LocalDate;

/** The single tax on personal articles, class B (GACC announcement 2010-43). */
public final class PersonalArticlesTax {

  private PersonalArticlesTax() {}

  /**
   * What is collected: value × rate to the fen, halves up; nothing if that is within the exemption.
   *
   * @param value in CNY
   * @param date the day whose rates and exemption apply, that of the declaration
   * @throws com.cargobond.domain.input.BrokenRule if the value is not in CNY
   */
  public static Money of(Money value, ArticlesTaxBand band, LocalDate date) {
    Law law = Law.on(date);
    Money tax = Rounding.times(value, law.articlesTaxRate(band));
    return Yuan.fen(tax) > law.articlesTaxExemptFen() ? tax : Money.zero(tax.currency());
  }

  /**
   * Whether the articles are worth little enough for class B; beyond the limit they are declared as
   * goods or returned.
   *
   * @param value in CNY
   * @throws com.cargobond.domain.input.BrokenRule if the value is not in CNY
   */
  public static boolean isWithinValueLimit(Money value, ArticlesOrigin origin, LocalDate date) {
    return Yuan.fen(value) <= origin.valueLimitFen(Law.on(date));
  }
}
