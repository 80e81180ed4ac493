/** The list of capabilities; nothing below it knows more than its own. */
package com.cargobond.domain.capability;
