/** What of shipments is seen to by the clock. */
package com.cargobond.events.shipment;
