# Contrôle d’un tableau protégé, avec d’autres programmes que celui qui l’a protégé.
#
#   Rscript controle.R
#
# Il lit les fichiers qui l’accompagnent. Effectifs confidentiels : à n’exécuter que là où ils peuvent l’être.
# Paquets : Matrix ; SSBtools (fonction GaussSuppression) et lpSolve, s’ils sont là.

lire <- function(fichier) read.csv(fichier, sep = ";", encoding = "UTF-8", stringsAsFactors = FALSE)
cellules <- lire("cellules.csv")
liens <- lire("liens.csv")
interieur <- lire("interieur.csv")

primaires <- which(cellules$statut == "u")
retenues <- which(cellules$statut %in% c("u", "m"))
publiees <- setdiff(seq_len(nrow(cellules)), retenues)
cat(nrow(cellules), "cellules,", length(primaires), "primaires,", length(retenues) - length(primaires), "complémentaires\n")

# Les effectifs vérifient les liens.
gauche <- tapply(liens$coefficient * cellules$effectif[liens$cellule + 1], liens$lien, sum)
bornes <- liens[!duplicated(liens$lien), ]
bornes <- bornes[match(as.integer(names(gauche)), bornes$lien), ]
stopifnot(gauche >= bornes$min - 1e-6, gauche <= bornes$max + 1e-6)

# Chaque cellule, combinaison de cellules intérieures que rien ne lie : une colonne de x.
x <- Matrix::sparseMatrix(
  i = match(interieur$interieur, unique(interieur$interieur)), j = interieur$cellule + 1,
  x = interieur$coefficient, dims = c(length(unique(interieur$interieur)), nrow(cellules)))

if (requireNamespace("SSBtools", quietly = TRUE)) {
  de_plus <- SSBtools::GaussSuppression(x, candidates = publiees, primary = retenues, printInc = FALSE)
  cat("Élimination de Gauss, motif publié :", length(de_plus), "cellule(s) de plus seraient à retenir\n")
  ordre <- order(-cellules$cout)
  autre <- SSBtools::GaussSuppression(x, candidates = ordre, primary = primaires, printInc = FALSE)
  cat("Élimination de Gauss, depuis les primaires :", length(autre), "complémentaires, coût",
      sum(cellules$cout[autre]), "; le motif publié en a", length(retenues) - length(primaires), ", coût",
      sum(cellules$cout[setdiff(retenues, primaires)]), "\n")
} else {
  cat("SSBtools n’est pas là : pas d’élimination de Gauss\n")
}

# Ce qu’un attaquant apprend de chaque cellule retenue : une valeur publiée arrondie dit un intervalle (dit_min, dit_max).
if (requireNamespace("lpSolve", quietly = TRUE)) {
  libres <- which(cellules$dit_max > cellules$dit_min)
  n <- length(libres)
  place <- match(liens$cellule + 1, libres)
  numeros <- unique(liens$lien)
  a <- matrix(0, length(numeros), n)
  connu <- numeric(length(numeros))
  for (k in seq_len(nrow(liens))) {
    l <- match(liens$lien[k], numeros)
    if (is.na(place[k])) {
      connu[l] <- connu[l] + liens$coefficient[k] * cellules$effectif[liens$cellule[k] + 1]
    } else {
      a[l, place[k]] <- a[l, place[k]] + liens$coefficient[k]
    }
  }
  de_lien <- bornes[match(numeros, bornes$lien), ]
  utile <- rowSums(a != 0) > 0
  unite <- diag(n)
  cote_gauche <- rbind(a[utile, , drop = FALSE], a[utile, , drop = FALSE], unite, unite)
  sens <- c(rep(">=", sum(utile)), rep("<=", sum(utile)), rep(">=", n), rep("<=", n))
  cote_droit <- c((de_lien$min - connu)[utile], (de_lien$max - connu)[utile], cellules$dit_min[libres], cellules$dit_max[libres])
  largeur <- vapply(retenues, function(k) {
    but <- as.numeric(libres == k)
    bas <- lpSolve::lp("min", but, cote_gauche, sens, cote_droit)
    haut <- lpSolve::lp("max", but, cote_gauche, sens, cote_droit)
    if (bas$status == 0 && haut$status == 0) haut$objval - bas$objval else NA_real_
  }, numeric(1))
  cat("Programmation linéaire :", sum(largeur < 1e-6, na.rm = TRUE), "cellule(s) retrouvée(s),",
      sum(largeur < cellules$largeur[retenues] - 1e-6, na.rm = TRUE), "plus étroite(s) que la largeur exigée,",
      sum(is.na(largeur)), "sans réponse ; largeurs de", min(largeur), "à", max(largeur), "\n")
} else {
  cat("lpSolve n’est pas là : pas d’intervalles\n")
}
