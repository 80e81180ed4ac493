/** Events of carriers and Customs: who may post them, and the queue that they enter. */
package com.cargobond.api.event;
