/**
 * The business: values, rules and decisions. Pure: the JDK only, no clock, no randomness, no I/O.
 */
package com.cargobond.domain;
