/**
 * Chains: an atlas of links read from YAML, and the words of a business scope that place an
 * enterprise in it. Pure: no database, no web.
 */
@NullMarked
package org.mujian.promotion.chain;

import org.jspecify.annotations.NullMarked;
