/** Who calls, and what is the caller's own. */
package com.cargobond.api.frame.caller;
