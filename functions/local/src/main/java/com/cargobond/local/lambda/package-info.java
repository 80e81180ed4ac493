/** What Lambda does between a queue or a stream and a function. */
package com.cargobond.local.lambda;
