/**
 * A bank that pays refunds on this machine: slow, forgetful and unreliable where it is told to be.
 */
package com.cargobond.local.bank;
