/** The commands behind {@code ./cargobond}. */
package com.cargobond.local.cli;
