/**
 * The trail of decisions on each guarantee and deposit, in which no entry can be changed unseen.
 */
package com.cargobond.domain.audit;
