/** What AWS Lambda's event source mappings do between a queue or a stream and a function. */
package com.cargobond.local.lambda;
