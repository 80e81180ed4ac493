/** Makes the payments that subjects owe, each once, through one rail for each counterparty. */
package com.cargobond.events.payment;
