"""Names as they are heard in the Netherlands. Combined at random, so nobody is meant."""

from typing import Final

FIRST: Final = tuple(
    """
    Aad Aisha Ali Amira Anja Anouk Arie Astrid Aylin Bart Bas Bianca Bilal Bram Carmen Chantal Chris
    Daan Dennis Dewi Diana Dirk Ebru Eline Ellen Emine Erik Esra Evelien Farid Fatima Ferry Floor
    Frank Fred Gea Gerard Gina Glenn Greet Hakan Hanneke Hans Harm Hassan Heleen Henk Hilde Iris
    Ismail Jacqueline Jamal Jan Janneke Jasmin Jeroen Jesse Joke Jolanda Joost Jorge Joyce Jurgen
    Karim Karin Kees Khadija Kim Klaas Koen Latifa Laura Leo Lies Linda Lisa Loes Maaike Malik
    Marcel Maria Marit Mark Marlies Martijn Mehmet Meryem Michiel Mila Mirjam Mohamed Monique
    Murat Nadia Naima Natasja Nico Niels Noor Olga Omar Patrick Paul Peter Piet Priya Rachid
    Radha Ralph Ravi Rianne Richard Rik Rob Roel Romy Ruben Ruth Said Samira Sander Sandra Sanne
    Selma Shanti Sietse Silvia Simone Soraya Stefan Sylvia Tamara Teun Theo Thijs Tim Tineke
    Tjeerd Ton Umit Vera Vincent Wai Wendy Wietske Willem Wouter Yara Yasmine Youssef Zeynep
    """.split()
)
LAST: Final = tuple(
    name.strip()
    for name in """
    Aarts, Abdi, Achterberg, Adjei, Akkerman, Aksoy, Alberts, Amrani, Aydin, van Baal, Bakker,
    Balci, de Beer, Benali, van den Berg, Bikker, Blaauw, de Boer, Boersma, Bosch, Bouazza, Brands,
    de Bruin, Celik, Chen, Claassen, Cornelissen, Dekker, Demir, van Dijk, Dijkstra, Doorn, Driessen,
    van Eck, El Idrissi, Elzinga, Engels, Erdogan, Evers, Faber, Ferreira, Franken, Geerts, Gerritsen,
    van der Goot, de Groot, Groeneveld, de Haan, Haddou, Hamidi, Hendriks, van der Heijden, Hofstra,
    Hoekstra, Huisman, Ibrahimi, Jacobs, Jansen, de Jong, Jongsma, Kaplan, Karapetian, Kaur, Kerkhof,
    Koster, Kowalski, Kroon, Kuipers, van Leeuwen, Lemmens, Lopes, van Loon, Maas, Mahabier, Martens,
    Mathijssen, Meijer, Mensah, Mertens, Molenaar, Mulder, Nagel, Ngo, Nijland, van Oers, Oosterveld,
    Osman, Ozturk, Peeters, Pereira, Peters, Pietersz, Poelman, Postma, Prins, Ramautar, van Rijn,
    Roelofs, Rozema, de Ruiter, Sahin, Santos, Schipper, Schouten, Silva, Singh, Smeets, Smit, Snel,
    Sno, Soares, van der Steen, Swart, Tahiri, Terpstra, Timmer, Tran, Veenstra, van der Velde,
    Verbeek, Verhagen, Vermeulen, Visser, de Vries, Vonk, Vos, de Waal, Wagenaar, Wiersma, Wijaya,
    Willems, de Wolf, Wong, Yildiz, Zandstra, Zeeman, Zijlstra, Zwart
    """.split(",")
)
