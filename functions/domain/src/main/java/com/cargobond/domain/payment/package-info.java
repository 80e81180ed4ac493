/** Who is paid, on which account, and who approved it. */
package com.cargobond.domain.payment;
