/**
 * The dispatch table (调度表) that went out as a spreadsheet, was edited by many, and comes back: what
 * each returned row says, compared with what is known. Plain code: no database, no page.
 *
 * <p>A row is known by its key, never by its position. Nothing is decided here: a deleted row
 * changes nothing, a foreign key is refused, a row without key is asked about.
 */
@NullMarked
package org.mujian.projects.dispatch;

import org.jspecify.annotations.NullMarked;
