/** Files of events, posted to a running system. */
package com.cargobond.local.post;
