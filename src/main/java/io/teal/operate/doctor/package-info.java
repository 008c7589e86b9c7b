/** {@code teal doctor}: whether a release, and a way back, would find what they need. */
package io.teal.operate.doctor;
