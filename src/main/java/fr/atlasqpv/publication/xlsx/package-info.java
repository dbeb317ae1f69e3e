/** The analysts' workbook of a region: one named table per sheet, figures as numbers, statuses in their own columns. */
package fr.atlasqpv.publication.xlsx;
