/** What a book may say, assembled from published cells and attached territories. Pure: no database, no framework, no form. */
package fr.atlasqpv.book;
