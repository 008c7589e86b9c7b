/** A service on one Auto Scaling group, released host by host. May depend on the parts, not on other services. */
package io.teal.constructs.onefleet;
