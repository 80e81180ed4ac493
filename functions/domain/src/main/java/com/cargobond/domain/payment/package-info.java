/**
 * Who is paid, on which account, and who approved it; and how a subject pays what it owes exactly
 * once.
 */
package com.cargobond.domain.payment;
