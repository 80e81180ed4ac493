/** API Gateway's payloads, as requests and answers. */
package com.cargobond.api.frame.gateway;
