/** What stays on this machine when the process ends: for its owner's eyes. */
package com.cargobond.local.kept;
