/** A day of shipments, and the proof of what came of it. */
package com.cargobond.local.shipment;
