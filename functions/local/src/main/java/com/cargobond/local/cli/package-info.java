/** The commands of {@code ./cargobond}. */
package com.cargobond.local.cli;
