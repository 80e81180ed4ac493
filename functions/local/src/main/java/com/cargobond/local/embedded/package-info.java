/** The AWS services that the system needs, in this process. */
package com.cargobond.local.embedded;
