/** Who calls: tokens for one machine, signed with a key made for it. */
package com.cargobond.local.identity;
