/**
 * What Cargobond is deployed as on AWS: the tables and queues of the store's own lists, and what
 * stands around them.
 */
package com.cargobond.infra;
