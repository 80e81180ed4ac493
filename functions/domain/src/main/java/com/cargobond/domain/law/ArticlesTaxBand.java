package com.cargobond.domain.law;

/**
 * The three rates of the tax on personal articles; Customs' list says which article takes which.
 */
public enum ArticlesTaxBand {
  /** 13 % as the table begins: books, computers, food, medicines. */
  LOW,
  /** 20 % as the table begins: clothes, bicycles, and whatever the other two do not name. */
  MIDDLE,
  /** 50 % as the table begins: tobacco, alcohol, jewellery, high-end watches and cosmetics. */
  HIGH
}
