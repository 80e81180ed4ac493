/** Files that others hand over. */
package com.cargobond.local.file;
