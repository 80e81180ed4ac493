/** Cash deposits that Customs holds, their refunds and conversions. */
package com.cargobond.domain.deposit;
