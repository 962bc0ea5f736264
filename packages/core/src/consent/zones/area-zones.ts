/**
 * Numbers that say more than their country: the digits they begin with, and the
 * zones of the area behind them. An area that a border of zones goes through has
 * both. What is not here may be anywhere in its country.
 *
 * NANPA's area code maps, Anatel's list of DDD codes and the IFT's list of area
 * codes, read 2026-11. A number that was taken along when moving says where its
 * owner came from, which is as much as a number can say.
 */
const AREAS = `
  America/New_York 1 201 202 203 207 212 215 216 220 223 229 234 239 240 248 252 267 272 276 301 302 304 305 313 315 321 326 329 330 332 336 339 347 351 352 363 380 386 401 404 407 410 412 413 419 434 440 443 445 470 472 475 478 484 508 513 516 517 518 540 551 561 567 570 571 582 585 586 603 607 609 610 614 616 617 631 640 645 646 656 667 678 680 681 689 703 704 706 716 717 718 724 727 728 732 734 740 743 754 757 762 770 772 774 781 786 802 803 804 810 814 826 835 838 839 843 845 848 854 856 857 860 862 863 864 865 878 908 910 912 914 917 919 929 934 937 941 943 947 948 954 959 973 978 980 984 989
  America/New_York,America/Chicago 1 219 260 270 317 364 423 448 463 502 574 606 765 812 850 859 906 930 931
  America/Chicago 1 205 210 214 217 218 224 225 228 251 254 256 262 274 281 309 312 314 316 318 319 320 325 331 334 337 346 353 361 402 405 409 414 417 430 447 464 469 479 501 504 507 512 515 531 534 539 557 563 572 573 580 601 608 612 615 618 629 630 636 641 651 659 660 662 682 708 712 713 715 726 730 731 737 763 769 773 779 806 815 816 817 830 832 847 870 872 901 903 913 918 920 936 938 940 945 952 956 972 975 979 985
  America/Chicago,America/Denver 1 308 432 605 620 701 785 915
  America/Denver 1 303 307 385 406 435 505 575 719 720 801 970 983
  America/Denver,America/Los_Angeles 1 208 458 541 986
  America/Phoenix 1 480 520 602 623
  America/Phoenix,America/Denver 1 928
  America/Los_Angeles 1 206 209 213 253 279 310 323 341 350 360 369 408 415 424 425 442 503 509 510 530 559 562 564 619 626 628 650 657 661 669 702 707 714 725 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951 971
  America/Los_Angeles,America/Denver 1 775
  America/Anchorage,America/Adak 1 907
  Pacific/Honolulu 1 808
  America/St_Johns,America/Halifax 1 709 879
  America/Halifax 1 428 506 782 902
  America/Toronto 1 226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 905 263 354 438 450 468 514 579 819 873
  America/Toronto,America/Halifax 1 367 418 581
  America/Toronto,America/Winnipeg 1 807
  America/Winnipeg 1 204 431 584
  America/Regina,America/Edmonton 1 306 474 639
  America/Edmonton 1 368 403 587 780 825
  America/Vancouver 1 604 257
  America/Vancouver,America/Edmonton 1 236 250 672 778
  America/Sao_Paulo 55 11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48 49 51 53 54 55 61 62 63 64 71 73 74 75 77 79 82 83 84 85 86 87 88 89 91 93 94 96 98 99
  America/Sao_Paulo,America/Noronha 55 81
  America/Manaus 55 65 66 67 69 92 95
  America/Manaus,America/Rio_Branco 55 97
  America/Rio_Branco 55 68
  America/Mexico_City 52 33 55 56 81 221 222 229 442 444 449 461 462 477 722 729 777 833 871 999
  America/Cancun 52 983 984 987 998
  America/Tijuana 52 646 653 658 661 664 665 686
  America/Hermosillo 52 622 631 632 633 634 637 641 642 643 644 645 647 651 662
  America/Mazatlan 52 311 612 613 624 667 668 669 672 673 687 694
  America/Ciudad_Juarez 52 656
  Europe/Moscow 7 495 498 499 812
  Australia/Sydney 61 2 3
  Australia/Brisbane 61 7
  Australia/Adelaide,Australia/Darwin,Australia/Perth 61 8
  Asia/Jakarta 62 21 22 24 31 61
`;

/** By the first digits of the number; the longest that fit are meant. */
export const AREA_ZONES: ReadonlyMap<string, readonly string[]> = new Map(
  AREAS.trim()
    .split("\n")
    .flatMap((line) => {
      const [zones = "", country = "", ...areas] = line.trim().split(" ");
      return areas.map((area) => [`${country}${area}`, zones.split(",")] as const);
    }),
);
