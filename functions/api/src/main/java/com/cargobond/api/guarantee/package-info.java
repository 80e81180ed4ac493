/** Guarantees, their amendments, and what is demanded on them. */
package com.cargobond.api.guarantee;
