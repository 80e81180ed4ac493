/** Who calls, on one machine: a key that was made for it, and tokens signed with that. */
package com.cargobond.local.identity;
