/** Shipments, what they hold of guarantees, and the bank's steps on demands for them. */
package com.cargobond.api.shipment;
