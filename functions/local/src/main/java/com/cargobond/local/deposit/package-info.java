/** Deposits with their refunds, and the proof of where their money is. */
package com.cargobond.local.deposit;
